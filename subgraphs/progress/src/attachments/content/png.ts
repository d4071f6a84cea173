const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** A PNG: chunk after chunk from its header to its end, and nothing after that. */
export function isPng(content: Buffer): boolean {
  if (!content.subarray(0, 8).equals(SIGNATURE)) return false
  let name = ''
  let at = 8
  while (at + 12 <= content.length && name !== 'IEND') {
    name = content.toString('latin1', at + 4, at + 8)
    if ((name === 'IHDR') !== (at === 8)) return false
    at += 12 + content.readUInt32BE(at)
  }
  return name === 'IEND' && at === content.length
}
