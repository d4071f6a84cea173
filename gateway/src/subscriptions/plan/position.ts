/** Where in a live stream an event is: opaque text that a subgraph gives, growing in commit order. */
export type Position = string

/** Positions of one stream have one width; where a subgraph counts without leading zeros, the longer is the newer. */
export const isNewer = (position: Position, than: Position): boolean =>
  position.length === than.length ? position > than : position.length > than.length

/** Where a listener's stream begins. */
export type Start =
  /** With the next event; any open stream will do. `given` is the document's argument: null or none. */
  | { readonly kind: 'now'; readonly given: null | undefined }
  | { readonly kind: 'after'; readonly given: Position }
  /** At a place that only the subgraph can interpret. */
  | { readonly kind: 'elsewhere'; readonly given: unknown }

export const after = (given: Position): Start => ({ kind: 'after', given })

/** The position that a start names, if it names one. */
export const positionOf = (start: Start): Position | null => (start.kind === 'after' ? start.given : null)
