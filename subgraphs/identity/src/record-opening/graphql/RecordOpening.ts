import { batched, SEEN_IS_READ } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Role } from '@kompetanse/schema/roles'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { RoleEnum } from '../../role-grant/graphql/RoleGrant.ts'
import { Trainee } from '../../trainee/graphql/Trainee.ts'
import { visibleTrainees } from '../../trainee/persistence/visible.ts'

/** Of the trainees, those whom the actor sees. */
const sees = batched<Id<'Person'>, true>(async (ids, context) => {
  const where = { AND: [{ id: { in: ids } }, await visibleTrainees(context)] }
  const rows = await database.trainee.findMany({ where, select: { id: true } })
  return new Map(rows.map(({ id }) => [id, true]))
})

export const RecordOpening = builder.prismaObject('RecordOpening', {
  description: 'That somebody opened a trainee’s record for a reason. For the two of them.',
  fields: (t) => ({
    id: t.exposeID('id'),
    trainee: t.field({
      type: Trainee,
      nullable: true,
      description: 'Null to who no longer sees the trainee: what stays is the name.',
      select: (_args, _context, nested) => ({ trainee: nested(true) }),
      resolve: async ({ trainee }, _args, context) => ((await sees(trainee.id, context)) ? trainee : null),
    }),
    traineeName: t.string({
      select: { trainee: { select: { person: { select: { givenName: true, familyName: true } } } } },
      resolve: ({ trainee: { person } }) => `${person.givenName} ${person.familyName}`,
    }),
    openedBy: t.relation('openedBy'),
    role: t.field({
      type: RoleEnum,
      description: 'By which of their roles.',
      resolve: ({ role }) => role as Role,
    }),
    reason: t.exposeString('reason', SEEN_IS_READ),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    closesAt: t.expose('until', { type: 'DateTime', description: 'From then on it was closed again.' }),
    seenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the trainee had it on screen; null until then.',
      select: { seen: true },
      resolve: ({ seen }) => seen?.at ?? null,
    }),
  }),
})
