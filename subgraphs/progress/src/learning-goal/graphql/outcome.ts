import { batched, type GraphContext, type NotFoundShape, type StaleVersionShape } from '@kompetanse/graph'
import { database } from '../../database.ts'
import type { LearningGoal as GoalRow } from '../../generated/db/client.ts'
import type { CommandOutcome } from '../use-cases/perform-commands.ts'
import { builder } from '../../builder.ts'
import { LearningGoal } from './LearningGoal.ts'
import { REFUSALS, type RefusedShape } from './refusals.ts'

export interface SuccessShape<Name extends string> {
  readonly __typename: Name
  readonly goal: GoalRow
}

export type ResultShape<Name extends string> =
  SuccessShape<Name> | RefusedShape | NotFoundShape | StaleVersionShape

/** `XSuccess { goal }` and the union `XResult` of it and the refusals. */
export function goalResult<Name extends string>(name: Name) {
  const Success = builder.objectRef<SuccessShape<`${Name}Success`>>(`${name}Success`).implement({
    fields: (t) => ({ goal: t.field({ type: LearningGoal, resolve: ({ goal }) => goal }) }),
  })
  return builder.unionType(`${name}Result`, {
    types: [Success, ...REFUSALS],
    resolveType: (value) => (value as ResultShape<`${Name}Success`>).__typename,
  })
}

/** A use case's outcome as a member of the union, with the goal as it stands now. */
export async function answerWith<Name extends string>(
  name: Name,
  goalId: string,
  outcome: CommandOutcome,
  context: GraphContext,
): Promise<ResultShape<Name>> {
  switch (outcome.kind) {
    case 'not_found':
      return { __typename: 'NotFound', id: outcome.id ?? goalId }
    case 'stale':
      return { __typename: 'StaleVersion', ...outcome }
    case 'refused':
      return { __typename: 'LearningGoalRefused', code: outcome.code, goal: await goalNow(goalId, context) }
    case 'done':
      return { __typename: name, goal: await goalNow(goalId, context) }
  }
}

// That the actor may see them has been decided before. The rows of a bulk command are read in one statement.
const rows = batched<string, GoalRow>(async (ids) => {
  const found = await database.learningGoal.findMany({ where: { id: { in: ids } } })
  return new Map(found.map((row) => [row.id, row]))
})

/** The goal's row as it stands now; a goal that the actor was shown is there. */
export async function goalNow(id: string, context: GraphContext): Promise<GoalRow> {
  const row = await rows(id.toLowerCase(), context)
  if (!row) throw new Error('a goal that was found is gone')
  return row
}
