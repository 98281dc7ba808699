/** What to do besides converting. Every member may be left out. */
export interface Options {
  /** The language of messages; `en` without it. */
  lang?: "en" | "ja";
  /** Leaves values of the wrong JSON type as they are. */
  noRepair?: boolean;
  /** Shows values in the report that it would mask. */
  showValues?: boolean;
  cpu?: string;
  memory?: string;
  family?: string;
  taskRoleArn?: string;
  executionRoleArn?: string;
  images?: Image[];
  environment?: Named[];
  secrets?: Named[];
  logOptions?: Named[];
  tags?: Tag[];
}

/** A new image. `container` is not needed where there is only one. */
export interface Image {
  container?: string;
  value: string;
}

/** A value to set; without `value`, one to take away. */
export interface Named {
  container?: string;
  name: string;
  value?: string;
}

/** A tag to set; without `value`, one to take away. */
export interface Tag {
  name: string;
  value?: string;
}

/** A place in the text: line and columns count from 1. */
export interface Position {
  line: number;
  column: number;
  columnUtf16: number;
}

/** The same as `taskdef convert --report json`. Values are JSON texts, so that no digit is lost. */
export interface Report {
  version: number;
  tool: string;
  model: string;
  input: "task-definition" | "describe-task-definition";
  family: string | null;
  mendings: ({ rule: string; message: string } & Position)[];
  changes: ({
    kind: "removed" | "repaired" | "moved" | "edited" | "added";
    rule: string;
    at: string | null;
    to: string | null;
    before: string | null;
    after: string | null;
    message: string;
  } & Partial<Position>)[];
  findings: ({
    severity: "error" | "warning";
    rule: string;
    at: string | null;
    to: string | null;
    message: string;
    cure: string;
    source: string;
  } & Partial<Position>)[];
}

/** A registerable JSON text with its report, or the reason why there is none. */
export type Conversion =
  | { result: string; report: Report }
  | { version: number; error: { id: string; message: string } & Partial<Position> };

/** Converts a pasted text, or a file's bytes. Throws only if an argument has the wrong form. */
export function convert(pasted: string | Uint8Array, options?: Options | null): Conversion;
