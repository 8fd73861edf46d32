import styles from './mark.module.css';

/** The footbridge: one deck, one arch, three hangers. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" />
      <path d="M4 21h24M6 21C9 11 23 11 26 21M11 21v-5.2M16 21v-7.4M21 21v-5.2" />
    </svg>
  );
}
