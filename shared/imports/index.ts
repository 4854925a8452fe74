export { type Choices, choicesInput, type Mapping } from './choices.ts';
export { type CellPreview, type ColumnPreview, FIRST_ROWS, type RowPreview } from './columns.ts';
export type { DateOrder, DateOrderReading } from './dates.ts';
export type { Decimal, DecimalReading } from './decimal.ts';
export { FIELD_IDS, FIELDS, type Field, type FieldId, type FieldKind } from './fields.ts';
export type { ImportFormat } from './formats/format.ts';
export { FORMATS } from './formats/index.ts';
export {
  type Change,
  type ClientRef,
  type Existing,
  type ImportCounts,
  type KnownClient,
  type KnownInvoice,
  type NewClient,
  type Plan,
  type PlannedInvoice,
  type Reconciliation,
  type ShownChange,
  showPlan,
} from './plan.ts';
export {
  type FilePreview,
  type ImportPreview,
  type ImportProgress,
  type ImportReading,
  previewImport,
  previewImportSteps,
  SHOWN_UNREADABLE,
} from './preview.ts';
export { type ReadCounts, reconcile } from './reconcile.ts';
export {
  type ImportContext,
  type ImportedInvoice,
  type Question,
  type ReadProgress,
  type RowsPerInvoice,
  TEXT_LIMITS,
  type Unreadable,
} from './records.ts';
