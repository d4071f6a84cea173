import { inflateSync } from 'node:zlib'

/** A tag of a tagged PDF, with what a screen reader reads of it. */
export interface Tag {
  readonly name: string
  readonly text: string
  readonly tags: readonly Tag[]
}

/** Every tag of a name within, in their order. */
export const all = (tag: Tag, name: string): readonly Tag[] =>
  tag.tags.flatMap((one) => (one.name === name ? [one, ...all(one, name)] : all(one, name)))

/**
 * Reads a PDF by its tags, in the order a screen reader takes them: enough of the format for what the portal writes,
 * whose objects are not packed. Throws when it is not tagged.
 */
export function readPdf(pdf: Buffer): Tag {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  )
  const pages = new Map<string, ReadonlyMap<string, string>>()
  const textOf = (page: string, mark: string): string => {
    const texts = pages.get(page) ?? textsOf(page, objects)
    pages.set(page, texts)
    return texts.get(mark) ?? ''
  }
  const tagOf = (id: string): Tag => {
    const body = objects.get(id) ?? ''
    const page = refIn(body, 'Pg')
    const tags: Tag[] = []
    const kids = (/\/K \[((?:<<[\s\S]*?>>|[^\]])*)\]/.exec(body)?.[1] ?? '').matchAll(KID)
    const texts = [...kids].map(([, mark, ref, own]) => {
      if (mark) return textOf(refIn(mark, 'Pg') || page, /\/MCID (\d+)/.exec(mark)?.[1] ?? '')
      if (!ref) return textOf(page, own ?? '')
      const tag = tagOf(ref)
      tags.push(tag)
      return tag.text
    })
    const name = /\/S \/(\w+)/.exec(body)?.[1] ?? ''
    return { name, tags, text: texts.join(' ').replace(/\s+/g, ' ').trim() }
  }
  const root = [...objects].find(([, body]) => /\/S \/Document\b/.test(body))
  if (!root) throw new Error('the PDF is not tagged')
  return tagOf(root[0])
}

/** Of a tag's contents: text on another page, another tag, text on its own page. */
const KID = /(<<[\s\S]*?>>)|(\d+) 0 R|(\d+)/g
type Objects = ReadonlyMap<string, string>

const refIn = (body: string, key: string): string => new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? ''

/** The texts of a page by their marks. */
function textsOf(page: string, objects: Objects): ReadonlyMap<string, string> {
  const body = objects.get(page) ?? ''
  const fonts = new Map(
    [...body.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', font = '']) => {
      const map = streamOf(objects.get(refIn(objects.get(font) ?? '', 'ToUnicode')))
      return [
        name,
        new Map([...map.matchAll(/^<(\w{4})> <(\w+)>$/gm)].map(([, glyph, hex = '']) => [glyph, unhex(hex)])),
      ]
    }),
  )
  const texts = new Map<string, string>()
  for (const [, mark = '', drawn = ''] of streamOf(objects.get(refIn(body, 'Contents'))).matchAll(
    /\/MCID (\d+)[\s\S]*?BDC\n([\s\S]*?)\nEMC/g,
  )) {
    const runs = drawn.matchAll(/\/(f\d+) [\d.]+ Tf\n([\s\S]*?)(?=\nET|\n\/f\d+ [\d.]+ Tf)/g)
    const read = [...runs].flatMap(([, font = '', shown = '']) =>
      glyphsIn(shown).map((glyph) => fonts.get(font)?.get(glyph) ?? ''),
    )
    texts.set(mark, `${texts.get(mark) ?? ''}${read.join('')}`)
  }
  return texts
}

const unhex = (hex: string) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))

function streamOf(body = ''): string {
  const at = body.indexOf('stream\n')
  const raw = body.slice(at + 7, body.lastIndexOf('\nendstream'))
  return body.slice(0, at).includes('/FlateDecode')
    ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
    : raw
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The glyphs of the strings in what is shown: two bytes each, as four hex digits. */
function glyphsIn(shown: string): string[] {
  const bytes: string[] = []
  let depth = 0
  for (const [sign, octal, escaped] of shown.matchAll(/\\(?:([0-7]{1,3})|([\s\S]))|[\s\S]/g)) {
    if (sign === ')') depth -= 1
    if (depth > 0)
      bytes.push(
        octal
          ? String.fromCharCode(Number.parseInt(octal, 8))
          : escaped
            ? (ESCAPES[escaped] ?? escaped)
            : sign,
      )
    if (sign === '(') depth += 1
  }
  return Buffer.from(bytes.join(''), 'latin1').toString('hex').toUpperCase().match(/.{4}/g) ?? []
}
