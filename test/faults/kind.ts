/** What a child told before it was killed. */
export interface Marks {
  /** The last work it began, and the last it reported as done; 0: none. */
  readonly began: number;
  readonly done: number;
  /** A transaction was open. */
  readonly open: boolean;
}

export interface Say {
  /** Everything is open: from here on it may be killed. */
  ready(): void;
  begin(n: number): void;
  /** As the owner is told: what was confirmed must be there for good. */
  done(n: number): void;
  /** A transaction began, or was committed. */
  transaction(open: boolean): void;
  /** There is nothing left to do. */
  end(): void;
}

/** One kind of work that is killed in its middle. */
export interface Kind {
  readonly name: string;
  /** What a kill falls into when it falls well: “a transaction”. */
  readonly inside: string;
  readonly rounds: { readonly full: number; readonly small: number };
  /** Makes, once, the folder that each round gets a copy of, with what is to be expected. */
  prepare(template: string): Promise<void> | void;
  /** The work itself, in a process of its own and in its own copy of the folder. */
  work(folder: string, say: Say): Promise<void> | void;
  /** Looks at what the killed process left; answers what is wrong, nothing where all is well. */
  check(folder: string, marks: Marks): Promise<readonly string[]> | readonly string[];
  isInside(marks: Marks): boolean;
}
