const LONGEST = 150
// Bidirectional controls let `exe.fdp` read as `pdf.exe`; the joiner inside emoji (U+200D) stays.
const INVISIBLE =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu
const NOT_IN_NAMES = /[<>:"|?*]/g

/**
 * A name that is safe to show, to store and to save under: the last path part, composed Unicode, without control
 * characters. Letters of any language and emoji stay. Null when nothing is left.
 */
export function cleanFileName(raw: string): string | null {
  const last = raw.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const visible = last.normalize('NFC').replace(INVISIBLE, '').replace(NOT_IN_NAMES, '_')
  const name = visible.replace(/^[.\s]+|[.\s]+$/g, '')
  return name === '' ? null : shorten(name)
}

/** The name with an ending that tells the truth about its content: `bilde.heic` that holds JPEG becomes `bilde.heic.jpg`. */
export function withTrueEnding(name: string, endings: readonly [string, ...string[]]): string {
  const ending = endingOf(name).toLowerCase()
  return endings.includes(ending) ? name : `${name}.${endings[0]}`
}

const endingOf = (name: string): string => {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1)
}

function shorten(name: string): string {
  const points = [...name]
  if (points.length <= LONGEST) return name
  const ending = endingOf(name)
  return ending === '' || ending.length > 10
    ? points.slice(0, LONGEST).join('')
    : `${points.slice(0, LONGEST - ending.length - 1).join('')}.${ending}`
}
