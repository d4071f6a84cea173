import { SEEN_IS_READ } from '@kompetanse/graph'
import type { Role } from '../domain/codes.ts'
import { builder, RoleEnum } from './builder.ts'
import { Trainee, visibleTrainee } from './Trainee.ts'

export const RecordOpening = builder.prismaObject('RecordOpening', {
  description: 'That somebody opened a trainee’s record for a reason. For the two of them.',
  fields: (t) => ({
    id: t.exposeID('id'),
    trainee: t.field({
      type: Trainee,
      nullable: true,
      description: 'Null to who no longer sees the trainee: what stays is the name.',
      select: (_args, _context, nested) => ({ trainee: nested(true) }),
      resolve: async ({ trainee }, _args, context) =>
        (await visibleTrainee(context, trainee.id)) ? trainee : null,
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
    until: t.expose('until', { type: 'DateTime', description: 'From then on it was closed again.' }),
    seenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the trainee had it on screen; null until then.',
      select: { seen: true },
      resolve: ({ seen }) => seen?.at ?? null,
    }),
  }),
})
