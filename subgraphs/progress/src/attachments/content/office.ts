import { SaxesParser } from 'saxes'
import { openArchive, type Archive } from './archive.ts'

const MOST_OF_A_PART = 2 * 1024 * 1024
const TYPES = '[Content_Types].xml'
/** Parts that run, by their names: macros, controls, objects of other programs. */
const RUNS =
  /(^|\/)(vba[^/]*\.(bin|xml)|activeX\/|oleObject[^/]*$|[^/]+\.(exe|dll|js|vbs|jar|scr|bat|cmd|ps1|lnk|hta|html?)$)/i
const RUNNING_TYPE = /macroEnabled|vbaProject|oleObject|activeX|ms-office\.vba/i
/** A link is followed by who reads; anything else from outside is fetched by opening the document: a template, an image. */
const FOLLOWED = /\/hyperlink$/
/** Where the template lay on the writer's own machine or network stands in many documents. */
const ONES_OWN = /^file:/i

type Attributes = Readonly<Record<string, string>>

interface Expected {
  /** The part that a document of this kind begins with, and its type. */
  readonly main: string
  readonly type: string
}

/**
 * An Office document (ECMA-376): an archive whose list of types says that its main part is of this kind, in which nothing
 * runs and nothing is fetched from outside.
 */
export async function isOffice(content: Buffer, expected: Expected): Promise<boolean> {
  const archive = await openArchive(content)
  if (!archive?.names.includes(TYPES) || archive.names.some((name) => RUNS.test(name))) return false
  try {
    return (await hasTypes(archive, expected)) && !(await fetches(archive))
  } catch {
    // Parts that cannot be read as what they say they are.
    return false
  }
}

async function hasTypes(archive: Archive, { main, type }: Expected): Promise<boolean> {
  const elements = elementsOf(await archive.text(TYPES, MOST_OF_A_PART))
  const isMain = elements.some(({ PartName, ContentType }) => PartName === main && ContentType === type)
  const hasMain = archive.names.includes(main.slice(1))
  return hasMain && isMain && !elements.some(({ ContentType = '' }) => RUNNING_TYPE.test(ContentType))
}

async function fetches(archive: Archive): Promise<boolean> {
  for (const name of archive.names) {
    if (!name.toLowerCase().endsWith('.rels')) continue
    const relations = elementsOf(await archive.text(name, MOST_OF_A_PART))
    if (relations.some(isFetched) || relations.some(({ Type = '' }) => RUNNING_TYPE.test(Type))) return true
  }
  return false
}

const isFetched = ({ TargetMode, Type = '', Target = '' }: Attributes) =>
  TargetMode === 'External' && !FOLLOWED.test(Type) && !ONES_OWN.test(Target)

/** The attributes of all elements. Throws when it is not well formed, or declares entities. */
function elementsOf(xml: string): readonly Attributes[] {
  const parser = new SaxesParser()
  const found: Attributes[] = []
  parser.on('opentag', ({ attributes }) => found.push(attributes as Attributes))
  parser.on('doctype', () => parser.fail('a part declares no document type'))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return found
}
