import type { ObjectRef } from '@pothos/core'
import { builder, NotFound, StaleVersion } from '../../builder.ts'
import type { PlanRefusal } from '../domain/decide.ts'
import type { PlanOutcome } from '../use-cases/change-plan.ts'

type Types = typeof builder.$inferSchemaTypes

const AssignedPlanRefusalCode = builder.enumType('AssignedPlanRefusalCode', {
  values: {
    NOT_PERMITTED: {},
    ALREADY_ASSIGNED: {},
    PLAN_BEGUN: { description: 'Any progress exists: archive instead.' },
    PLAN_NOT_BEGUN: {},
    PLAN_ARCHIVED: {},
    REASON_REQUIRED: {},
    ROWS_EMPTY: {},
    TOO_MANY_ROWS: {},
  } as const satisfies Record<PlanRefusal, object>,
})

interface RefusedShape {
  readonly __typename: 'AssignedPlanRefused'
  readonly code: PlanRefusal
}

export const AssignedPlanRefused = builder.objectRef<RefusedShape>('AssignedPlanRefused').implement({
  fields: (t) => ({ code: t.expose('code', { type: AssignedPlanRefusalCode }) }),
})

export const refusedWith = (code: PlanRefusal): RefusedShape => ({ __typename: 'AssignedPlanRefused', code })

type Done = Extract<PlanOutcome, { kind: 'done' }>

export type PlanResultShape =
  | (Done & { readonly __typename: string })
  | RefusedShape
  | (Extract<PlanOutcome, { kind: 'stale' }> & { readonly __typename: 'StaleVersion' })
  | (Extract<PlanOutcome, { kind: 'not-found' }> & { readonly __typename: 'NotFound' })

/** `XResult`: the success and the refusals that every command on a plan can end in. */
export const planResult = (command: string, success: ObjectRef<Types, Done>) =>
  builder.unionType(`${command}Result`, {
    types: [success, AssignedPlanRefused, NotFound, StaleVersion],
    resolveType: (value) => (value as PlanResultShape).__typename,
  })

export function toResult(outcome: PlanOutcome, command: string): PlanResultShape {
  switch (outcome.kind) {
    case 'done':
      return { ...outcome, __typename: `${command}Success` }
    case 'refused':
      return refusedWith(outcome.code)
    case 'stale':
      return { ...outcome, __typename: 'StaleVersion' }
    case 'not-found':
      return { ...outcome, __typename: 'NotFound' }
  }
}
