/** What of a person's uploads lies about: nothing refers to it, and the cleaning of old uploads has yet to come. */
export interface Loose {
  readonly files: number
  readonly bytes: number
}

/** Enough for a whole training's certificates in one sitting, too little to fill a store with. */
export const UPLOAD_QUOTA: Loose = { files: 50, bytes: 500 * 1024 * 1024 }

/** Whether a person who has this much lying about may add a file of this size. */
export const fitsQuota = (loose: Loose, byteSize: number): boolean =>
  loose.files < UPLOAD_QUOTA.files && loose.bytes + byteSize <= UPLOAD_QUOTA.bytes
