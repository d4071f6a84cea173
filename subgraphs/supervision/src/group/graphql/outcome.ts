import { builder, NotFound, StaleVersion } from '../../builder.ts'
import { database } from '../../database.ts'
import type { SupervisionGroup as Row } from '../../generated/db/client.ts'
import type { GroupRefusal } from '../domain/group.ts'
import type { GroupOutcome } from '../use-cases/outcome.ts'
import { SupervisionGroup } from './SupervisionGroup.ts'

const SupervisionGroupRefusalCode = builder.enumType('SupervisionGroupRefusalCode', {
  values: {
    NOT_PERMITTED: { description: 'Who guides somebody begins a group; who leads it changes it.' },
    GROUP_CLOSED: {},
    NAME_REQUIRED: {},
    TRACK_UNKNOWN: {},
    TRAINEE_NOT_ELIGIBLE: { description: 'Of another track, unknown to who leads the group, or gone.' },
    ALREADY_MEMBER: {},
    NOT_A_MEMBER: { description: 'Not on that day.' },
    DATE_IN_FUTURE: {},
    PERIOD_INVALID: {},
    HOURS_INVALID: { description: 'More than none, at most 24.' },
    NATIONAL_ID_FOUND: {},
  } as const satisfies Record<GroupRefusal, object>,
})

const SupervisionGroupRefused = builder
  .objectRef<{ readonly code: GroupRefusal }>('SupervisionGroupRefused')
  .implement({ fields: (t) => ({ code: t.expose('code', { type: SupervisionGroupRefusalCode }) }) })

const successOf = (name: string) =>
  builder.objectRef<{ readonly id: string }>(`${name}Success`).implement({
    fields: (t) => ({
      group: t.prismaField({
        type: SupervisionGroup,
        resolve: (query, { id }) =>
          database.supervisionGroup.findUnique({ ...query, where: { id } }) as Promise<Row>,
      }),
    }),
  })

/** `XResult`: the group as it stands after the command, and the refusals that every command can end in. */
export const groupResult = (name: string) =>
  builder.unionType(`${name}Result`, {
    types: [successOf(name), SupervisionGroupRefused, NotFound, StaleVersion],
    resolveType: (value) => (value as { readonly __typename: string }).__typename,
  })

const MEMBER = { refused: 'SupervisionGroupRefused', stale: 'StaleVersion', 'not-found': 'NotFound' } as const

export const toResult = (outcome: GroupOutcome, name: string) =>
  ({ ...outcome, __typename: outcome.kind === 'done' ? `${name}Success` : MEMBER[outcome.kind] }) as never
