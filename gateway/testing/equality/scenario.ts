/** What is wrong with every answer of one subgraph. */
export const FAULTS = [
  'lost',
  'status 500',
  'not JSON',
  'errors an object',
  'errors with a null',
  'lists and objects exchanged',
] as const
export type Fault = (typeof FAULTS)[number]

/** What the subgraphs answer for as long as one operation is compared. The same seed gives the same answers. */
export interface Scenario {
  readonly name: string
  readonly seed: string
  /** How likely a nullable place is null, and a field fails: in [0, 1]. */
  readonly nulls: number
  readonly errors: number
  readonly broken?: { readonly subgraph: string; readonly fault: Fault }
}

const COMMON = { nulls: 0.1, errors: 0 }

/** What each operation is compared under, apart from faults of subgraphs. */
export const DATA: readonly Scenario[] = [
  { name: 'whole', seed: 'whole', nulls: 0, errors: 0 },
  { name: 'some nulls', seed: 'one', nulls: 0.2, errors: 0 },
  { name: 'many nulls', seed: 'two', nulls: 0.5, errors: 0 },
  { name: 'some errors', seed: 'three', nulls: 0.1, errors: 0.07 },
  { name: 'many errors', seed: 'four', nulls: 0.1, errors: 0.3 },
]

/** Every fault of each subgraph that an operation uses. */
export const faultsOf = (subgraphs: Iterable<string>): Scenario[] =>
  [...subgraphs].flatMap((subgraph) =>
    FAULTS.map((fault) => ({
      ...COMMON,
      name: `${subgraph}: ${fault}`,
      seed: fault,
      broken: { subgraph, fault },
    })),
  )
