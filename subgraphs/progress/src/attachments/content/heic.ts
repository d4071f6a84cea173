const BRANDS = ['heic', 'heix', 'hevc', 'mif1', 'msf1']

/** HEIC: boxes, the first says what it is, and the last ends with the file. */
export function isHeic(content: Buffer): boolean {
  if (content.length < 16 || content.toString('latin1', 4, 8) !== 'ftyp') return false
  if (!BRANDS.includes(content.toString('latin1', 8, 12))) return false
  const seen = new Set<string>()
  let at = 0
  while (at + 8 <= content.length) {
    const length = lengthOfBox(content, at)
    if (length === null) return false
    seen.add(content.toString('latin1', at + 4, at + 8))
    at += length
  }
  return at === content.length && seen.has('meta')
}

/** Zero says: to the end. One says: eight bytes more say how long. */
function lengthOfBox(content: Buffer, at: number): number | null {
  const length = content.readUInt32BE(at)
  if (length === 0) return content.length - at
  if (length !== 1) return length >= 8 ? length : null
  if (at + 16 > content.length) return null
  const long = Number(content.readBigUInt64BE(at + 8))
  return long >= 16 ? long : null
}
