import './empty.css';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** A question that got no answer: says what is wrong and offers to ask again. */
export function Problem({
  error,
  onRetry,
  title = 'This could not be shown',
}: {
  readonly error: Error;
  readonly onRetry?: () => void;
  readonly title?: string;
}) {
  return (
    <div className="problem" role="alert">
      <p className="problem-title">
        <Icon name="warning" />
        {title}
      </p>
      <p className="problem-text">{error.message}</p>
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}
