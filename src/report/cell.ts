/** A cell of a table in plain text; its remarks say what the text does not. */
export interface Cell {
  readonly text: string;
  readonly isBold: boolean;
  readonly remarks: readonly string[];
}
