import { Component, type ReactNode } from 'react';
import { Problem } from './problem.tsx';

/** Keeps a mistake of ours in one screen from blanking the whole window. */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const error = new Error('That is a mistake in Evenhand. Your ledger is not affected.');
    return (
      <div className="broken">
        <Problem
          title="This could not be drawn"
          error={error}
          onRetry={() => this.setState({ broken: false })}
        />
      </div>
    );
  }
}
