/** A file made for these tests, and the lines that a person reads in it. */
export interface Golden {
  readonly name: string;
  readonly text: string;
  /** `designators | quantity | mpn | manufacturer | DNP | alternates`; what is behind the last bar that is needed is left out. */
  readonly lines: readonly string[];
  /** Codes of issues that must be there, of lines and rows that are odd. */
  readonly says?: readonly string[];
  /** Codes of issues that must not be there: what is certain is not asked about. */
  readonly saysNot?: readonly string[];
  /** Codes of the questions, where they matter: none if empty. */
  readonly asks?: readonly string[];
}
