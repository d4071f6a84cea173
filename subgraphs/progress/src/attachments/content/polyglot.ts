const END_OF_ARCHIVE = Buffer.from('PK\x05\x06', 'latin1')
/** The end of an archive and the longest comment that may follow it. */
const LAST = 22 + 65_535

/** Whether a reader of archives finds one in it: such look for its end from behind, whatever precedes it. */
export function isAlsoArchive(content: Buffer): boolean {
  const last = content.subarray(-LAST)
  for (let at = last.indexOf(END_OF_ARCHIVE); at >= 0; at = last.indexOf(END_OF_ARCHIVE, at + 1))
    // The numbers of disks: four bytes that are zero in every archive of today, and by chance in no image.
    if (last.length >= at + 22 && last.readUInt32LE(at + 4) === 0) return true
  return false
}
