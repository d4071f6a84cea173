import type { SubgraphError } from '../subgraph/subgraph-answer.ts'

type Path = readonly (string | number)[]

/** An error at a field of the client's answer that is lost. */
export interface LostField {
  readonly error: SubgraphError
  /** Whether the field must not be null: then it is what makes the object around it null. */
  readonly isRequired: boolean
}

/** The most lost fields of one fetch that get an error each. */
const MOST = 100

/**
 * The errors that one fetch may still add: a number of lost fields at their own places, and one error for all others.
 */
export class Budget {
  #left = MOST
  #rest: Cause | undefined

  take(): boolean {
    return this.#left-- > 0
  }

  /** Whether this cause, as the first to call, supplies the one error for the rest. */
  isRest(cause: Cause): boolean {
    return (this.#rest ??= cause) === cause
  }
}

/**
 * The reason why a fetch, or a part of one, returned nothing. It becomes an error at each field of the client's answer
 * that is null because of it. Where these are too many, or none, it becomes one error at the place of the fetch; when
 * very many causes of one fetch do so, a single error there represents the rest of them.
 */
export class Cause {
  /** Its path is the place that the fetch was for, under the names of the plan. */
  readonly #error: SubgraphError
  readonly #budget: Budget
  readonly #isReported: boolean
  readonly #places: { readonly path: Path; readonly isRequired: boolean }[] = []
  #isCut = false
  /** Whether it has an error of its own at the place of the fetch; decided at the first read of `atFetch`. */
  #isOneOfMost: boolean | undefined

  /** `isReported`: the answer has the error already, at the error's own path. */
  constructor(
    error: SubgraphError,
    { budget, isReported }: { readonly budget: Budget; readonly isReported: boolean },
  ) {
    this.#error = error
    this.#budget = budget
    this.#isReported = isReported
  }

  /** Records a field that is null because of this cause, by its path in the client's answer. */
  record(path: Path, isRequired: boolean): void {
    if (this.#budget.take()) this.#places.push({ path: [...path], isRequired })
    else this.#isCut = true
  }

  /** Errors with paths in the client's names. */
  get atFields(): readonly LostField[] {
    return this.#places.map(({ path, isRequired }) => ({ error: { ...this.#error, path }, isRequired }))
  }

  /** Errors with paths in the plan's names. Read it after the last call of `record`. */
  get atFetch(): readonly SubgraphError[] {
    return this.#isNeededAtFetch() ? [this.#error] : []
  }

  #isNeededAtFetch(): boolean {
    if (this.#isCut) return this.#budget.isRest(this)
    if (this.#isReported || this.#places.length > 0) return false
    this.#isOneOfMost ??= this.#budget.take()
    return this.#isOneOfMost || this.#budget.isRest(this)
  }
}
