import { join } from 'node:path'
import { installFolder } from '@kompetanse/dev/install-folder'
import { OWN_ROOT } from './ours.ts'

/** Others' gateways, hundreds of megabytes that nothing but a comparison needs: a folder with a lockfile of its own. */
const FOLDER = join(OWN_ROOT, 'bench/peers')

/** Installs them when that has not been done by this lockfile. */
export const installPeers = (): void =>
  installFolder(FOLDER, 'the gateways that ours is compared with, which takes minutes')

/** A file of one of them. */
export const peerFile = (path: string): string => join(FOLDER, 'node_modules', path)
