import type { ObjectRef } from '@pothos/core'
import { builder, NotFound, StaleVersion } from '../../builder.ts'
import type { CommandOutcome } from '../use-cases/perform-commands.ts'
import { activityById } from './activity-by-id.ts'
import { LearningActivityRefused } from './refusals.ts'

type Types = typeof builder.$inferSchemaTypes
type Outcome<Kind extends CommandOutcome['kind']> = Extract<CommandOutcome, { kind: Kind }>

export type ActivityResultShape =
  | (Outcome<'done'> & { readonly __typename: string })
  | (Outcome<'refused'> & { readonly __typename: 'LearningActivityRefused' })
  | (Outcome<'stale'> & { readonly __typename: 'StaleVersion' })
  | (Outcome<'not-found'> & { readonly __typename: 'NotFound' })

type Success = ObjectRef<Types, Outcome<'done'>>

/** `XSuccess` with the activity as it stands after the command. */
const activitySuccess = (command: string): Success =>
  builder.objectRef<Outcome<'done'>>(`${command}Success`).implement({
    fields: (t) => ({ activity: activityById(t) }),
  })

/** `XResult`: the success and the refusals that every command on an activity can end in. */
export const activityResult = (command: string, success = activitySuccess(command)) =>
  builder.unionType(`${command}Result`, {
    types: [success, LearningActivityRefused, NotFound, StaleVersion],
    resolveType: (value) => (value as ActivityResultShape).__typename,
  })

/** The outcome of a command as a member of its result union. */
export function toResult(outcome: CommandOutcome, command: string): ActivityResultShape {
  switch (outcome.kind) {
    case 'done':
      return { ...outcome, __typename: `${command}Success` }
    case 'refused':
      return { ...outcome, __typename: 'LearningActivityRefused' }
    case 'stale':
      return { ...outcome, __typename: 'StaleVersion' }
    case 'not-found':
      return { ...outcome, __typename: 'NotFound' }
  }
}
