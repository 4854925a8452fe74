import { type ImportFormat, spelled } from './format.ts';

/** Any list of complaints: headings as help desks, review tools and spreadsheets write them. */
export const complaints: ImportFormat = {
  id: 'complaints',
  name: 'Any list of complaints',
  subject: 'complaints',
  recognises: () => true,
  rows: 'one',
  refusal: null,
  ignored: {},
  headings: {
    clientNumber: spelled(`
      clientnumber customernumber clientid customerid clientno customerno clientcode customercode
      accountnumber accountno contactid kundennummer kundennr numeroclient numerocliente`),
    clientName: spelled(`
      clientname customername client customer customerfullname complainant complainantname business
      businessname company companyname contactname contact accountname requester requestername name kunde
      kundenname firma nomduclient nomclient cliente nombredelcliente`),
    descriptor: spelled('industry businesstype clienttype customertype sector trade branche secteur'),
    email: spelled('email emailaddress clientemail customeremail contactemail requesteremail mail courriel'),
    phone: spelled('phone phonenumber telephone clientphone customerphone mobile tel telefon telefono'),
    opened: spelled(`
      opened openedon dateopened opendate received receivedon datereceived receiveddate complaintdate
      dateofcomplaint complainedon startdate created createdon createdat createddate datecreated logged
      loggedon datelogged reportedon date eingangsdatum eingegangenam datum datedelareclamation
      fechadelaqueja fecha`),
    closed: spelled(`
      closed closedon dateclosed closedate closeddate settled settledon settleddate resolved resolvedon
      resolvedat dateresolved resolveddate resolutiondate enddate completedon erledigtam abgeschlossenam
      dateresolution fechaderesolucion`),
    complaintType: spelled(`
      complainttype typeofcomplaint complaintcategory complaintreason reasonforcomplaint category reason
      issue issuetype problem type subject topic cause beschwerdegrund reklamationsgrund grund motif
      motivo`),
    words: spelled(`
      complaint complaintdescription complainttext complaintdetails description details whattheysaid words
      message beschwerde reklamation reclamation beschreibung queja descripcion`),
    result: spelled(`
      complaintresult result resolution outcome complaintoutcome decision action actiontaken ergebnis
      losung resultat resultado`),
    moneyBack: spelled(`
      restitution refund refundamount amountrefunded moneyback compensation compensationamount
      creditgiven erstattung erstattungsbetrag remboursement reembolso`),
    satisfied: spelled('satisfied customersatisfied clientsatisfied zufrieden satisfait satisfecho'),
    currency: spelled('currency currencycode curr wahrung waehrung devise moneda'),
  },
};
