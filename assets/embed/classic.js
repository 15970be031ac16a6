// The module for pages whose scripts are no modules: one global with the module's `open`. See docs/embedding.md.
self.Yomikurabe = (here => ({
  open: options => import(new URL("yomikurabe.js", here)).then(module => module.open(options)),
}))(document.currentScript.src);
