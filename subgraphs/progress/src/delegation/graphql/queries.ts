import { running } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import { asId, pageOf } from '@kompetanse/graph'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { visibleDelegation } from '../persistence/visible-delegation.ts'
import { Delegation, DelegationConnection } from './Delegation.ts'

interface DelegationsArgs {
  readonly leaderId?: Id<'Person'> | null | undefined
  readonly traineeId?: Id<'Person'> | null | undefined
}

/** Delegations that run or are to run: of this leader, of this trainee's leaders, or else of the actor. */
function matching(
  { leaderId, traineeId }: DelegationsArgs,
  actor: Actor,
  now: Date,
): Prisma.DelegationWhereInput {
  const day = today(now)
  const open = { cancelledAt: null, OR: [{ validTo: null }, { validTo: { gte: day } }] }
  const visible = { AND: [open, visibleDelegation(actor, day)] }
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
        'The delegates whom a leader has named, with the guidelines that the trainee reads when choosing.',
      cursor: 'id',
      ...pageOf(50),
      args: {
        leaderId: t.arg.idOf('Person', {
          description: 'Whose delegates; it goes before traineeId. The actor’s own without either.',
        }),
        traineeId: t.arg.idOf('Person', {
          description: 'The delegates of those who lead this trainee today.',
        }),
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
