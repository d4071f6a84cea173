import { notEnded, running } from '@kompetanse/calendar/running'
import { today } from '@kompetanse/calendar/day'
import { asId, pageOf } from '@kompetanse/graph'
import type { Actor } from '@kompetanse/schema/actor-token'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { visibleDelegation } from '../persistence/visible-delegation.ts'
import { Delegation, DelegationConnection } from './Delegation.ts'

const DelegationsOf = builder.inputType('DelegationsOf', {
  isOneOf: true,
  description: 'Whose delegates, by one of the two.',
  fields: (t) => ({
    leaderId: t.idOf('Person', { description: 'Those of this leader.' }),
    traineeId: t.idOf('Person', { description: 'Those of who leads this trainee today.' }),
  }),
})

interface DelegationsArgs {
  readonly of?: typeof DelegationsOf.$inferInput | null | undefined
}

/** Delegations that run or are to run: of this leader, of this trainee's leaders, or else of the actor. */
function matching({ of }: DelegationsArgs, actor: Actor, now: Date): Prisma.DelegationWhereInput {
  const day = today(now)
  const open = { cancelledAt: null, ...notEnded(day) }
  const visible = { AND: [open, visibleDelegation(actor, day)] }
  const { leaderId, traineeId } = of ?? {}
  if (leaderId) return { ...visible, leaderId }
  if (!traineeId) return { ...visible, leaderId: asId(actor.personId) }
  const leads = { kind: 'LEADER' as const, traineeId, ...running(day) }
  return { ...visible, leader: { relationsAsPerson: { some: leads } } }
}

builder.queryField('delegations', (t) =>
  t.prismaConnection(
    {
      type: Delegation,
      nullable: true,
      description:
        'The delegates whom a leader has named, with the guidelines that the trainee reads when choosing (F095, F099).',
      cursor: 'id',
      ...pageOf(50),
      args: {
        of: t.arg({ type: DelegationsOf, description: 'Whose; the actor’s own when it is left out.' }),
      },
      totalCount: (_root, args, { actor, now }) =>
        database.delegation.count({ where: matching(args, actor, now) }),
      resolve: (query, _root, args, { actor, now }) =>
        database.delegation.findMany({
          ...query,
          where: matching(args, actor, now),
          orderBy: [{ delegate: { displayName: 'asc' } }, { id: 'asc' }],
        }),
    },
    ...DelegationConnection,
  ),
)
