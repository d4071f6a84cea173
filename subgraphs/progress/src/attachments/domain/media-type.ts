/** What a file is, by what is in it: its name and what the browser said of it prove nothing. */

export interface MediaType {
  readonly name: string
  /** The first is the one that a file without a fitting ending gets. */
  readonly endings: readonly [string, ...string[]]
}

/** The first bytes of a file and its last: an Office document's list of parts stands at the end. */
export interface Sample {
  readonly head: Buffer
  readonly tail: Buffer
}
export const HEAD_BYTES = 4_096
export const TAIL_BYTES = 65_536

type Test = (sample: Sample) => boolean

const starts =
  (...bytes: number[]): Test =>
  ({ head }) =>
    head.length > bytes.length && bytes.every((byte, at) => head[at] === byte)
const has = ({ head, tail }: Sample, text: string) => head.includes(text) || tail.includes(text)
const isZip = starts(0x50, 0x4b, 0x03, 0x04)

/** An Office document of today, which holds no macros. */
const office =
  (part: string): Test =>
  (sample) =>
    isZip(sample) && has(sample, '[Content_Types].xml') && has(sample, part) && !has(sample, 'vbaProject.bin')

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'mif1', 'msf1']
const isHeic: Test = ({ head }) =>
  head.toString('latin1', 4, 8) === 'ftyp' && HEIC_BRANDS.includes(head.toString('latin1', 8, 12))

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const ACCEPTED: readonly (MediaType & { readonly test: Test })[] = [
  { name: 'application/pdf', endings: ['pdf'], test: starts(0x25, 0x50, 0x44, 0x46, 0x2d) },
  {
    name: 'image/png',
    endings: ['png'],
    test: starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  { name: 'image/jpeg', endings: ['jpg', 'jpeg'], test: starts(0xff, 0xd8, 0xff) },
  { name: 'image/heic', endings: ['heic', 'heif'], test: isHeic },
  {
    name: `${OFFICE}.wordprocessingml.document`,
    endings: ['docx'],
    test: office('word/document.xml'),
  },
  { name: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'], test: office('xl/workbook.xml') },
  {
    name: `${OFFICE}.presentationml.presentation`,
    endings: ['pptx'],
    test: office('ppt/presentation.xml'),
  },
]

/** The accepted type that the content is, or null: programs, archives, pages, macros and all else are refused. */
export function mediaTypeOf(sample: Sample): MediaType | null {
  return ACCEPTED.find(({ test }) => test(sample)) ?? null
}
