/** Of which group's meeting an entry of supervision hours came. */
import { builder } from '../../builder.ts'
import { SupervisionHoursEntry } from '../../hours/graphql/SupervisionHoursEntry.ts'
import { SupervisionGroup } from './SupervisionGroup.ts'

builder.prismaObjectField(SupervisionHoursEntry, 'group', (t) =>
  t.field({
    type: SupervisionGroup,
    nullable: true,
    description: 'Whose meeting it was; null of what is no meeting.',
    select: { meeting: { select: { group: true } } },
    resolve: ({ meeting }) => meeting?.group ?? null,
  }),
)
