export default function News() {
  return <p>Acme news</p>;
}
