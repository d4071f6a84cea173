import { builder } from '../../builder.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { isServed } from '../config.ts'
import { counted } from '../../graph/counted.ts'

const FileScanStatus = builder.enumType('FileScanStatus', {
  description:
    'What scanning found. NOT_SCANNED: there was no scanner; it is served only where there still is none.',
  values: ['PENDING', 'NOT_SCANNED', 'CLEAN', 'INFECTED', 'WRONG_TYPE'] as const,
})

export const Attachment = builder.prismaObject('Attachment', {
  directives: { key: { fields: 'id', resolvable: false } },
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    fileName: t.exposeString('fileName'),
    mediaType: t.exposeString('mediaType'),
    byteSize: t.exposeInt('byteSize'),
    scan: t.expose('scan', { type: FileScanStatus }),
    uploadedBy: t.relation('uploadedBy'),
    uploadedAt: t.expose('uploadedAt', { type: 'DateTime' }),
    downloadUrl: t.field({
      type: 'URL',
      nullable: true,
      description:
        'Of this site, for who may see the attachment; null until it is known to be harmless enough to be served.',
      select: { id: true, scan: true },
      resolve: ({ id, scan }) => (isServed(scan) ? `/files/${id}` : null),
    }),
  }),
})

export const AttachmentConnection = counted(Attachment, 'Attachment')

/** The attachments that stand, in the order in which they came. */
export const standing: Pick<Prisma.LearningGoal$attachmentsArgs, 'where' | 'orderBy'> = {
  where: { removedAt: null },
  orderBy: [{ attachedAt: 'asc' }, { id: 'asc' }],
}
