export default { outDir: "./offered", build: { format: "file" }, devToolbar: { enabled: false } };
