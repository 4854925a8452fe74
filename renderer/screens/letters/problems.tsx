import { Icon } from '../../ui/icon.tsx';
import './problems.css';

/** What keeps a letter from being sent as it stands; nothing where nothing does. */
export function LetterProblems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="letter-problems" role="status">
      <ul>
        {problems.map((problem) => (
          <li key={problem}>
            <Icon name="warning" />
            {problem}
          </li>
        ))}
      </ul>
    </div>
  );
}
