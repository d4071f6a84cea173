const START = 0xd8
const END = 0xd9
const SCAN = 0xda
/** Markers without content: those that only count, and one that stands for nothing. */
const isBare = (marker: number) => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01

/** JPEG: segment after segment to its end. Telephones put a second image after it (MPF), or zeros; nothing else may follow. */
export function isJpeg(content: Buffer): boolean {
  let end = endOfImage(content, 0)
  if (end === null) return false
  while (end < content.length) {
    while (content[end] === 0) end += 1
    if (end === content.length) return true
    const next = endOfImage(content, end)
    if (next === null) return isTrailerOfSamsung(content, end)
    end = next
  }
  return true
}

/** Where the image that begins at `from` ends; null when there is none. */
function endOfImage(content: Buffer, from: number): number | null {
  if (content[from] !== 0xff || content[from + 1] !== START) return null
  let at = from + 2
  while (at + 2 <= content.length) {
    const marker = content[at + 1] ?? 0
    if (content[at] !== 0xff) return null
    if (marker === 0xff) at += 1
    else if (marker === END) return at + 2
    else if (isBare(marker)) at += 2
    else {
      if (at + 4 > content.length) return null
      at += 2 + content.readUInt16BE(at + 2)
      if (marker === SCAN) at = endOfScan(content, at)
    }
  }
  return null
}

/** In what is coded each 0xff is followed by zero, or by a marker that counts. */
function endOfScan(content: Buffer, from: number): number {
  let at = content.indexOf(0xff, from)
  while (at >= 0) {
    const next = content[at + 1] ?? 0
    if (next !== 0 && !isBare(next)) return at
    at = content.indexOf(0xff, at + 2)
  }
  return content.length
}

/** What Samsung's telephones write after an image: entries, then their directory, which says how long it is. */
function isTrailerOfSamsung(content: Buffer, from: number): boolean {
  if (content.length - from < 20 || content.toString('latin1', content.length - 4) !== 'SEFT') return false
  const directory = content.length - 8 - content.readUInt32LE(content.length - 8)
  return directory >= from && content.toString('latin1', directory, directory + 4) === 'SEFH'
}
