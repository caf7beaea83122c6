'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { isThemeChoice, themeCookie } from './theme';

const options = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'system', label: 'As the system', icon: Monitor },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const;

const yearSeconds = 31_536_000;

function apply(value: string): void {
  const chosen = isThemeChoice(value);
  document.cookie = `${themeCookie}=${chosen ? value : ''}; path=/; max-age=${chosen ? yearSeconds : 0}; samesite=lax`;
  if (chosen) document.documentElement.dataset['theme'] = value;
  else delete document.documentElement.dataset['theme'];
}

/** Light, dark, or as the system says. The choice lies in a cookie; the server draws the next page in it. */
export function ThemeSwitch({ initial }: { initial: string | undefined }) {
  const [choice, setChoice] = useState(isThemeChoice(initial) ? initial : 'system');
  return (
    <fieldset className="flex rounded-control border border-line bg-sunken p-0.5">
      <legend className="sr-only">Theme</legend>
      {options.map(({ value, label, icon: Icon }) => (
        <label
          key={value}
          title={label}
          className="flex size-6.5 cursor-pointer items-center justify-center rounded-[4px] text-ink-muted transition-colors hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line)] has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="theme"
            value={value}
            checked={choice === value}
            onChange={() => {
              setChoice(value);
              apply(value);
            }}
            className="sr-only"
          />
          <Icon aria-hidden className="size-3.5" />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
