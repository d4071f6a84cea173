/** Of which group's meeting an entry of guidance hours came. */
import { builder } from '../../builder.ts'
import { GuidanceEntry } from '../../guidance/graphql/GuidanceEntry.ts'
import { SupervisionGroup } from './SupervisionGroup.ts'

builder.prismaObjectField(GuidanceEntry, 'group', (t) =>
  t.field({
    type: SupervisionGroup,
    nullable: true,
    description: 'Whose meeting it was; null of what is no meeting.',
    select: { meeting: { select: { group: true } } },
    resolve: ({ meeting }) => meeting?.group ?? null,
  }),
)
