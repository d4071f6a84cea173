import type { SubgraphError } from '../subgraph/subgraph-answer.ts'

type Path = readonly (string | number)[]

/** How many lost fields of one fetch have an error each. */
const MOST = 100

/** What one fetch may still tell: so many lost fields at their own places, and one error for the rest of them. */
export class Budget {
  #left = MOST
  #rest: Cause | undefined

  take(): boolean {
    return this.#left-- > 0
  }

  /** Whether it is this cause that stands for the rest: the first that asks. */
  isRest(cause: Cause): boolean {
    return (this.#rest ??= cause) === cause
  }
}

/**
 * Why a fetch, or a part of one, gave nothing. It is an error at each field of the answer that is null for it; where these
 * are too many, or none, at the place that the fetch was for: of very many causes of a fetch one is told there for the rest.
 */
export class Cause {
  /** Its path is the place that the fetch was for, under the names of the plan. */
  readonly #error: SubgraphError
  readonly #budget: Budget
  readonly #isTold: boolean
  readonly #places: Path[] = []
  #isCut = false
  /** Whether it is told at the place of the fetch by itself; known once that is asked. */
  #isOneOfMost: boolean | undefined

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

  /** Under the names of the plan. To be read when all fields have been told. */
  get atFetch(): readonly SubgraphError[] {
    return this.#isNeededAtFetch() ? [this.#error] : []
  }

  #isNeededAtFetch(): boolean {
    if (this.#isCut) return this.#budget.isRest(this)
    if (this.#isTold || this.#places.length > 0) return false
    this.#isOneOfMost ??= this.#budget.take()
    return this.#isOneOfMost || this.#budget.isRest(this)
  }
}
