import type { ObjectRef } from '@pothos/core'
import { builder, NotFound, StaleVersion } from '../../builder.ts'
import { database } from '../../database.ts'
import type { ServicePeriod as Row } from '../../generated/db/client.ts'
import type { CommandOutcome } from '../use-cases/outcome.ts'
import { ServicePeriodRefused } from './refusals.ts'
import { ServicePeriod } from './ServicePeriod.ts'

type Types = typeof builder.$inferSchemaTypes
type Outcome<Kind extends CommandOutcome['kind']> = Extract<CommandOutcome, { kind: Kind }>
type Done = Outcome<'done'>

export type PeriodResultShape =
  | (Done & { readonly __typename: string })
  | (Outcome<'refused' | 'invalid'> & { readonly __typename: 'ServicePeriodRefused' })
  | (Outcome<'stale'> & { readonly __typename: 'StaleVersion' })
  | (Outcome<'not-found'> & { readonly __typename: 'NotFound' })

type Success = ObjectRef<Types, Done>

/** `XSuccess` with the period as it stands after the command. */
export const periodSuccess = (command: string): Success =>
  builder.objectRef<Done>(`${command}Success`).implement({
    fields: (t) => ({
      servicePeriod: t.prismaField({
        type: ServicePeriod,
        resolve: (query, { id }) =>
          database.servicePeriod.findUnique({ ...query, where: { id } }) as Promise<Row>,
      }),
    }),
  })

/** `XResult`: the success and the refusals that every command on a period can end in. */
export const periodResult = (command: string, success = periodSuccess(command)) =>
  builder.unionType(`${command}Result`, {
    types: [success, ServicePeriodRefused, NotFound, StaleVersion],
    resolveType: (value) => (value as PeriodResultShape).__typename,
  })

/** The outcome of a command as a member of its result union. */
export function toResult(outcome: CommandOutcome, command: string): PeriodResultShape {
  switch (outcome.kind) {
    case 'done':
      return { ...outcome, __typename: `${command}Success` }
    case 'refused':
    case 'invalid':
      return { ...outcome, __typename: 'ServicePeriodRefused' }
    case 'stale':
      return { ...outcome, __typename: 'StaleVersion' }
    case 'not-found':
      return { ...outcome, __typename: 'NotFound' }
  }
}
