// How a command brings settings into the process before anybody reads them.

/** Reads `.env` of the working directory when there is one. What the surroundings already set wins. */
export function loadSettingsFile(): void {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** The setting as it was given; undefined when it is missing or empty. */
export function givenSetting(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** Sets a setting for this process and those that it starts. */
export function provideSetting(name: string, value: string): void {
  process.env[name] = value;
}

/** All settings as they are given now. */
export function givenSettings(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
