/** The patterns of excused and aged amounts, once a screen: `url(#hatch-3)` is rung 3's 45° hatch. */
export function HatchDefs() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false" style={{ position: 'absolute' }}>
      <defs>
        {[0, 1, 2, 3, 4, 5].map((rung) => (
          <pattern
            key={rung}
            id={`hatch-${rung}`}
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="1.5" height="4" fill={rungColour(rung)} />
          </pattern>
        ))}
        <pattern id="age-1" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" fill="var(--l1)" />
          <circle cx="2" cy="2" r="0.8" fill="var(--paper)" />
        </pattern>
        <pattern id="age-2" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--l3)" />
          <rect width="1.25" height="5" fill="var(--paper)" />
        </pattern>
        <pattern id="age-3" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill="var(--l4)" />
          <path d="M0 .5h5M.5 0v5" stroke="var(--paper)" />
        </pattern>
        <pattern id="cause-inside" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" fill="var(--comp)" />
        </pattern>
        <pattern
          id="cause-between"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.5" height="4" fill="var(--comp)" />
        </pattern>
        <pattern id="cause-outside" width="4" height="4" patternUnits="userSpaceOnUse">
          <circle cx="2" cy="2" r="0.9" fill="var(--comp)" />
        </pattern>
      </defs>
    </svg>
  );
}

export function rungColour(rung: number): string {
  return `var(--l${rung})`;
}
