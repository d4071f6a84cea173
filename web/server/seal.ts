import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps a JSON value secret and unchanged while it lies in a database or a cookie. */
export interface Seal {
  close(value: unknown): Buffer
  /** @returns undefined for anything that this key did not close */
  open(sealed: Buffer): unknown
}

const ALGORITHM = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** @param secret any long secret; the sealing key is derived from it for `purpose` alone */
export const createSeal = (secret: string, purpose: string): Seal => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
  return {
    close(value) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv(ALGORITHM, key, nonce)
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      if (sealed.length < NONCE + TAG) return undefined
      const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE))
      decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
      try {
        const body = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
        return JSON.parse(body.toString('utf8')) as unknown
      } catch {
        return undefined
      }
    },
  }
}
