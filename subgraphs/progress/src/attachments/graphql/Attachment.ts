import { CONTENT, type GraphContext, pageOf, WITHIN_CONTENT } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { readableAttachment } from '../../directory/readable.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { isServed } from '../config.ts'

const FileScanStatus = builder.enumType('FileScanStatus', {
  description:
    'What scanning found. NOT_SCANNED: there was no scanner; it is served only where there still is none.',
  values: ['PENDING', 'NOT_SCANNED', 'CLEAN', 'INFECTED', 'WRONG_TYPE'] as const,
})

export const Attachment = builder.prismaObject('Attachment', {
  directives: { key: { fields: 'id', resolvable: false } },
  description:
    'A file that documents a goal or an activity. It is not changed; who uploaded it may remove it.',
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    fileName: t.exposeString('fileName', WITHIN_CONTENT),
    mediaType: t.exposeString('mediaType', { description: 'As its content says, as application/pdf.' }),
    byteSize: t.exposeInt('byteSize', { description: 'In bytes.' }),
    scan: t.expose('scan', { type: FileScanStatus }),
    uploadedBy: t.relation('uploadedBy'),
    uploadedAt: t.expose('uploadedAt', { type: 'DateTime' }),
    downloadUrl: t.field({
      ...WITHIN_CONTENT,
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

/** The field of a goal's or an activity's attachments: those that stand, to who may read them, as they came. */
export const attachedField = {
  ...CONTENT,
  cursor: 'id',
  totalCount: true,
  ...pageOf(20),
  query: (_args: object, context: GraphContext) =>
    ({
      where: { removedAt: null, AND: readableAttachment(context) },
      orderBy: [{ attachedAt: 'asc' }, { id: 'asc' }],
    }) satisfies Prisma.LearningGoal$attachmentsArgs,
} as const
