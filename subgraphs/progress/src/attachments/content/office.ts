import { openArchive, type Archive } from './archive.ts'
import { readXml, type Attributes } from './xml.ts'

const MOST_OF_A_PART = 2 * 1024 * 1024
const MOST_OF_A_TEXT = 64 * 1024 * 1024
const TYPES = '[Content_Types].xml'

/** What a part may be: text in the formats of Office, pictures, sound, fonts. */
const TAKEN =
  /^(application\/vnd\.openxmlformats-(officedocument|package)\.[\w.+-]+|application\/vnd\.ms-[\w.+-]+\+xml|application\/(xml|x-fontdata)|(image|audio|video)\/[\w.+-]+)$/i
/** Of these what runs, is another program's, or is fetched. */
const RUNS = /macro|vba|activex|oleobject|toolbar|webextension|externallink/i
const MAIN = /\.main\+xml$/i
/** Names of what runs in Office, and by which a system starts something, whatever the document says of them. */
const PROGRAM =
  /(^|\/)(vba[^/]*\.(bin|xml)|activeX\/|oleObject[^/]*$)|\.(exe|dll|com|scr|msi|js|jse|vbs|vbe|wsf|wsh|jar|bat|cmd|ps1|lnk|hta|html?|svg|docm|xlsm|pptm)$/i

/** A link is followed by who reads; anything else from outside is fetched by opening the document: a template, an image. */
const FOLLOWED = /\/hyperlink$/
/** Many documents name the path of their template on the writer's own disk. */
const ONES_OWN = /^file:\/\/\/[a-z]:/i
/** Fields by which a text starts a program or fetches something. */
const FETCHES = /\b(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)\b/i

interface Expected {
  /** The part that a document of this kind begins with, and its type. */
  readonly main: string
  readonly type: string
}

/**
 * An Office document (ECMA-376): an archive each of whose parts has a type that is taken, whose one main part is of this
 * kind, in which nothing runs and nothing is fetched from outside.
 */
export async function isOffice(content: Buffer, expected: Expected): Promise<boolean> {
  const archive = await openArchive(content)
  if (!archive?.names.includes(TYPES) || archive.names.some((name) => PROGRAM.test(name))) return false
  try {
    return (await hasTypes(archive, expected)) && !(await relates(archive)) && !(await writesFields(archive))
  } catch {
    // Parts that cannot be read as what they say they are.
    return false
  }
}

async function hasTypes(archive: Archive, { main, type }: Expected): Promise<boolean> {
  const { elements } = readXml(await archive.text(TYPES, MOST_OF_A_PART))
  const types = elements.flatMap(({ ContentType }) => ContentType ?? [])
  const mains = elements.filter(({ ContentType = '' }) => MAIN.test(ContentType))
  return (
    archive.names.includes(main.slice(1)) &&
    mains.length === 1 &&
    mains[0]?.['PartName'] === main &&
    mains[0]['ContentType'] === type &&
    types.every((each) => TAKEN.test(each) && !RUNS.test(each)) &&
    archive.names.every((name) => isDeclared(name, elements))
  )
}

const isDeclared = (name: string, elements: readonly Attributes[]): boolean =>
  name === TYPES ||
  name.endsWith('/') ||
  elements.some(({ PartName, Extension }) =>
    PartName
      ? PartName === `/${name}`
      : Extension && name.toLowerCase().endsWith(`.${Extension.toLowerCase()}`),
  )

async function relates(archive: Archive): Promise<boolean> {
  for (const name of archive.names) {
    if (!name.toLowerCase().endsWith('.rels')) continue
    const { elements } = readXml(await archive.text(name, MOST_OF_A_PART))
    if (
      elements.some(isFetched) ||
      elements.some(({ Type = '' }) => RUNS.test(Type) || /aFChunk/i.test(Type))
    )
      return true
  }
  return false
}

const isFetched = ({ TargetMode, Type = '', Target = '' }: Attributes) =>
  TargetMode === 'External' && !FOLLOWED.test(Type) && !ONES_OWN.test(Target)

/** A field's words may stand in pieces: they are read as the one text that they make. */
async function writesFields(archive: Archive): Promise<boolean> {
  for (const name of archive.names) {
    if (!/^word\/[^/]+\.xml$/i.test(name)) continue
    const { elements, fields } = readXml(await archive.text(name, MOST_OF_A_TEXT))
    const said = elements.flatMap((attributes) => Object.values(attributes).join(' '))
    if (FETCHES.test(fields) || said.some((words) => FETCHES.test(words))) return true
  }
  return false
}
