import { SaxesParser } from 'saxes'

export type Attributes = Readonly<Record<string, string>>

export interface Read {
  /** The attributes of each element that says what a part is, where it leads, or what a field does. */
  readonly elements: readonly Attributes[]
  /** What the fields of a text say (`w:instrText`), one after another. */
  readonly fields: string
}

const WANTED = /^(PartName|Extension|ContentType|Target|Type)$|(^|:)instr$/

/** Throws when it is not well formed, or declares entities. */
export function readXml(xml: string): Read {
  const parser = new SaxesParser()
  const elements: Attributes[] = []
  let fields = ''
  let inField = false
  parser.on('opentag', ({ name, attributes }) => {
    if (Object.keys(attributes).some((key) => WANTED.test(key))) elements.push(attributes as Attributes)
    inField = /(^|:)instrText$/.test(name)
  })
  parser.on('closetag', () => void (inField = false))
  parser.on('text', (text) => void (fields += inField ? text : ''))
  parser.on('doctype', () => parser.fail('a part declares no document type'))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return { elements, fields }
}
