import type { SubgraphError } from '../subgraph/subgraph-answer.ts'

type Path = readonly (string | number)[]

/** How many lost fields of one fetch have an error each. */
const MOST = 100

/** How many more lost fields of one fetch have an error at their own places. */
export class Budget {
  #left = MOST

  take(): boolean {
    return this.#left > 0 && this.#left-- > 0
  }
}

/**
 * Why a fetch, or a part of one, gave nothing. It is an error at each field of the answer that is null for it; where these
 * are too many, or none, at the place that the fetch was for.
 */
export class Cause {
  /** Its path is the place that the fetch was for, under the names of the plan. */
  readonly #error: SubgraphError
  readonly #budget: Budget
  readonly #isTold: boolean
  readonly #places: Path[] = []
  #isCut = false

  /** `isTold`: the error is among those of the answer already, at a place of its own. */
  constructor(
    error: SubgraphError,
    { budget, isTold }: { readonly budget: Budget; readonly isTold: boolean },
  ) {
    this.#error = error
    this.#budget = budget
    this.#isTold = isTold
  }

  /** Tells of a field that is null for it, by its place in the client's answer. */
  tell(path: Path): void {
    if (this.#budget.take()) this.#places.push([...path])
    else this.#isCut = true
  }

  /** Under the client's names. */
  get atFields(): readonly SubgraphError[] {
    return this.#places.map((path) => ({ ...this.#error, path }))
  }

  /** Under the names of the plan. */
  get atFetch(): readonly SubgraphError[] {
    const isUntold = this.#places.length === 0 && !this.#isTold
    return this.#isCut || isUntold ? [this.#error] : []
  }
}
