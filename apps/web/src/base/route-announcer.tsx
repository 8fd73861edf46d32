import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { mainId } from '../ui/skip-link.tsx';

/**
 * After a navigation inside the application, does what a browser does for a new page: focus leaves the clicked link and goes
 * to the content, and the new title is read aloud. (React Router does neither.)
 */
export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (region.current) region.current.textContent = document.title;
    document.getElementById(mainId)?.focus({ preventScroll: true });
  }, [pathname]);
  return <div ref={region} className="unseen" aria-live="polite" aria-atomic="true" />;
}
