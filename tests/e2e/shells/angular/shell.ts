// The test shell with Angular and its router. The portal's page is the one from the guide.

import "@angular/compiler";
import { Component, inject, provideZonelessChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { provideRouter, Router, RouterLink, RouterOutlet } from "@angular/router";

import { PartnerPortal } from "guide";

@Component({ selector: "app-news", template: "<p>Acme news</p>" })
class News {}

@Component({
  selector: "#root",
  imports: [RouterLink, RouterOutlet],
  template: `
    <nav aria-label="Acme">
      <a routerLink="/news">News</a> <a routerLink="/partners">Partners</a>
      <a routerLink="/partners/help" [queryParams]="{ env: 'production' }">Partner help</a>
      <output>{{ router.lastSuccessfulNavigation()?.finalUrl?.toString() }}</output>
    </nav>
    <router-outlet />
  `,
})
class Shell {
  readonly router = inject(Router);
}

bootstrapApplication(Shell, {
  providers: [
    provideZonelessChangeDetection(),
    provideRouter([
      { path: "partners", children: [{ path: "**", component: PartnerPortal }] },
      { path: "**", component: News },
    ]),
  ],
});
