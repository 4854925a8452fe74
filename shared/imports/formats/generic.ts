import { type ImportFormat, spelled } from './format.ts';

/**
 * Any program: headings as QuickBooks, Xero, Sage, Wave, Zoho, FreshBooks, lexoffice, sevDesk and their kind write
 * them, in English, German, French and Spanish. Only whole headings count, so that `Subtotal` is never a `Total`.
 */
export const generic: ImportFormat = {
  id: 'generic',
  name: 'Any list of invoices',
  subject: 'invoices',
  recognises: () => true,
  rows: 'ask',
  refusal: null,
  ignored: {},
  headings: {
    clientNumber: spelled(`
      clientnumber customernumber clientid customerid clientno customerno clientcode customercode
      accountnumber accountno accountref accountreference accountcode contactid contactnumber custid custno
      debtornumber debtorid kundennummer kundennr kundenid kdnr debitorennummer debitor numeroclient
      numerodeclient codeclient refclient numerodecliente numerocliente codigocliente codigodecliente`),
    clientName: spelled(`
      clientname customername client customer customerfullname contactname contact accountname billto
      billtoname billedto company companyname organization organisation debtor debtorname name kunde
      kundenname firma empfanger empfaenger rechnungsempfanger rechnungsempfaenger nomduclient nomclient
      raisonsociale cliente nombredelcliente nombrecliente razonsocial`),
    email: spelled(`
      email emailaddress clientemail customeremail contactemail billingemail mail emailadresse adresseemail
      courriel correo correoelectronico`),
    phone: spelled(`
      phone phonenumber telephone clientphone customerphone billingphone mobile tel telefon telefonnummer
      telefono`),
    invoiceNumber: spelled(`
      invoicenumber invoiceno invoicenum invoiceid invoice invno invnumber invoiceref invoicereference
      documentnumber docnumber documentno docno number no num ref reference rechnungsnummer rechnungsnr
      rechnungnr rgnr renr belegnummer belegnr nummer nr numerodefacture numerofacture nofacture nfacture
      facture numerodefactura numerofactura nfactura factura numero`),
    title: spelled(`
      title subject invoicetitle description memo memodescription details betreff titel beschreibung objet
      intitule asunto concepto descripcion`),
    issued: spelled(`
      invoicedate dateissued issuedate issuedon dateofissue dateofinvoice invoiced transactiondate
      documentdate docdate date createddate datecreated rechnungsdatum belegdatum ausstellungsdatum datum
      datedefacture datefacture datedefacturation datedemission fechadefactura fechafactura fechadeemision
      fechaemision fecha`),
    due: spelled(`
      duedate datedue due dueon paymentdue paymentduedate invoiceduedate payby falligkeit faelligkeit
      falligkeitsdatum faelligkeitsdatum falligam faelligam zahlbarbis zahlungsziel echeance datedecheance
      dateecheance vencimiento fechadevencimiento fechavencimiento`),
    amount: spelled(`
      grandtotal invoicetotal totalamount totalinctax totalincltax totalincvat totalinclvat total
      invoiceamount grossamount amountgross gross amount originalamount invoicevalue totaldue gesamtbetrag
      rechnungsbetrag bruttobetrag betragbrutto brutto endbetrag gesamt betrag summe montantttc totalttc
      ttc montanttotal montant importetotal totalfactura importe`),
    settledOn: spelled(`
      settleddate datesettled settledon datepaid paiddate paidon paymentdate dateofpayment lastpaymentdate
      paymentreceiveddate closeddate clearedon paid bezahltam zahldatum zahlungsdatum zahlungseingang
      bezahlt datedepaiement datepaiement payele regleele datedereglement fechadepago fechapago
      fechadecobro fechacobro pagadoel`),
    paidAmount: spelled(`
      amountpaid paidamount invoiceamountpaid paidtodate totalpaid amountreceived payments paid gezahlt
      bezahlterbetrag gezahlterbetrag montantpaye montantregle importepagado importecobrado`),
    balance: spelled(`
      balance balancedue openbalance amountdue invoiceamountdue amountoutstanding outstanding
      outstandingamount outstandingbalance remaining remainingamount owing offen offenerbetrag restbetrag
      saldo solde resteapayer resteadu restedu pendiente saldopendiente importependiente`),
    disputed: spelled(`
      disputed dispute isdisputed indispute strittig reklamiert reklamation conteste litige endisputa
      disputado`),
    currency: spelled(`
      currency currencycode invoicecurrency curr ccy wahrung waehrung devise monnaie moneda divisa`),
    status: spelled(`
      invoicestatus status paymentstatus paid rechnungsstatus zahlungsstatus bezahlt statut etat estado`),
    rowKind: spelled(`
      transactiontype type documenttype doctype recordtype invoicetype belegtyp belegart typ tipo`),
  },
};
