import Link from "next/link";

export const metadata = { title: "Acme console" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <nav aria-label="Acme">
          <Link href="/news">News</Link> <Link href="/partners">Partners</Link>
        </nav>
        {children}
      </body>
    </html>
  );
}
