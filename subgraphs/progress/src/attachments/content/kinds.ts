import { isHeic } from './heic.ts'
import { isJpeg } from './jpeg.ts'
import { isOffice } from './office.ts'
import { isPdf } from './pdf.ts'
import { isPng } from './png.ts'
import { isAlsoArchive } from './polyglot.ts'

/** What a file is, by what is in it: its name and what the browser said of it prove nothing. */
export interface MediaType {
  readonly name: string
  /** The first is the one that a file without a fitting ending gets. */
  readonly endings: readonly [string, ...string[]]
}

interface Kind extends MediaType {
  /** Whether the content is this from its first byte to its last, and nothing that runs. */
  readonly is: (content: Buffer) => boolean | Promise<boolean>
}

/** Images and PDF: a reader of archives looks at the end, where these may hide another file. */
const alone = (is: Kind['is']) => (content: Buffer) => !isAlsoArchive(content) && is(content)

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const office = (family: string, ending: string, main: string): Kind => ({
  name: `${OFFICE}.${family}`,
  endings: [ending],
  is: (content) => isOffice(content, { main, type: `${OFFICE}.${family}.main+xml` }),
})

/** Every kind that is taken, F007. */
export const KINDS: readonly Kind[] = [
  { name: 'application/pdf', endings: ['pdf'], is: alone(isPdf) },
  { name: 'image/png', endings: ['png'], is: alone(isPng) },
  { name: 'image/jpeg', endings: ['jpg', 'jpeg'], is: alone(isJpeg) },
  { name: 'image/heic', endings: ['heic', 'heif'], is: alone(isHeic) },
  office('wordprocessingml.document', 'docx', '/word/document.xml'),
  office('spreadsheetml.sheet', 'xlsx', '/xl/workbook.xml'),
  office('presentationml.presentation', 'pptx', '/ppt/presentation.xml'),
]

/** The kind that the whole content is, or null: programs, archives, pages, macros, two in one and all else. */
export async function kindOf(content: Buffer): Promise<MediaType | null> {
  for (const { name, endings, is } of KINDS) if (await is(content)) return { name, endings }
  return null
}
