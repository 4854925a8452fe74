import './care-marks.css';
import { Icon } from './icon.tsx';
import { DecisionMark } from './marks.tsx';

/** Beside a name wherever it is listed: a red flag, and ways parted. Nothing for everybody else. */
export function CareMarks({ flagged, parted }: { readonly flagged: boolean; readonly parted: boolean }) {
  return (
    <>
      {flagged && (
        <span className="care-mark care-flag" role="img" aria-label="red flag" title="Red flag">
          <Icon name="flag" size={14} />
        </span>
      )}
      {parted && (
        <span className="care-mark" role="img" aria-label="ways parted" title="Ways parted">
          <DecisionMark kind="part ways" size={14} />
        </span>
      )}
    </>
  );
}
