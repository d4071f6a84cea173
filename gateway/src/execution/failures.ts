import type { SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { Cause } from './cause.ts'

/** What went wrong in one run of a plan. */
export class Failures {
  /** As the subgraphs gave them, each at the place that it names, under the names of the plan. */
  readonly errors: SubgraphError[] = []
  /** Of a fetch of which everything came: at its place, since they name no other. */
  readonly unplaced: SubgraphError[] = []
  /** Why parts of the answer are lost; shaping the answer records where. */
  readonly causes: Cause[] = []

  /** What is told at the place of a fetch, under the names of the plan, since no field of the answer tells it. */
  get ofFetches(): readonly SubgraphError[] {
    return [...this.unplaced, ...this.causes.flatMap(({ atFetch }) => atFetch)]
  }

  /**
   * What has a place under the client's names; fields that must not be null come last, as nearer to the cause of what
   * is null around them. To be read when the answer has its shape.
   */
  get ofAnswer(): readonly SubgraphError[] {
    const fields = this.causes.flatMap(({ atFields }) => atFields)
    return fields
      .toSorted((one, other) => Number(one.isRequired) - Number(other.isRequired))
      .map(({ error }) => error)
  }
}
