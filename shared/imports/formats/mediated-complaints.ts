import { hasAll, type ImportFormat } from './format.ts';

/** The public list of complaints mediated by a city's consumer office: businesses, and what was got back from them. */
export const mediatedComplaints: ImportFormat = {
  id: 'mediated-complaints',
  name: 'Mediated complaints (consumer office)',
  subject: 'complaints',
  recognises: (headings) =>
    hasAll(
      headings,
      'businessname',
      'complainttype',
      'mediationstartdate',
      'mediationclosedate',
      'complaintresult',
      'restitution',
    ),
  rows: 'one',
  refusal: null,
  codes: true,
  ignored: Object.fromEntries(
    [
      'businessbuilding',
      'businessstreet',
      'buildingaddressunit',
      'businesscity',
      'businessstate',
      'businesszip',
    ].map((heading) => [heading, 'one business has several addresses here']),
  ),
  headings: {
    clientName: ['businessname'],
    descriptor: ['industry'],
    opened: ['mediationstartdate'],
    closed: ['mediationclosedate'],
    complaintType: ['complainttype'],
    result: ['complaintresult'],
    moneyBack: ['restitution'],
    satisfied: ['satisfaction'],
  },
};
